"""How far two written words are from one another."""


def distance(first: str, second: str, limit: int) -> int:
    """Letters to add, drop, change or swap with their neighbour; `limit` + 1 for any more than that."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        before, above, row = row, before, [i]
        for j, b in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def shorter(word: str) -> list[str]:
    """The word with each of its letters left out: two words with one of these alike are one slip apart
    at most, give or take a letter.
    """
    return [word[:at] + word[at + 1 :] for at in range(len(word))]
