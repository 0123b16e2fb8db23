"""Learns the weights from the phrases, says what to expect of them, and writes them."""

from bot.language.classifier import WEIGHTS, write_weights
from training.corpus import Reader, digest, phrases
from training.learn import learn


def main() -> None:
    listed = phrases()
    report = learn(listed, Reader(), digest(listed))
    write_weights(report.weights)
    size = WEIGHTS.stat().st_size // 1024
    print(f"{len(listed)} fraser, {len(report.weights.features)} trekk, {size} kB")
    print(f"kryssvalidert: {report.first:.1%} rett først, {report.among_three:.1%} blant tre")
    for floor, kept, right in report.by_confidence:
        print(f"  sikkerhet ≥ {floor:.2f}: {kept:.1%} av linjene, {right:.2%} av dem rett")


main()
