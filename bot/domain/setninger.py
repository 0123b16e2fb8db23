"""Running text to sentences."""

import re

_SLUTT = re.compile(
    r"\n|(?:(?<=[^\d\s][.!?])|(?<=\.\d\d\.)|(?<=\d{4}\.)|(?<=\d[!?]))"
    r"(?<!\bkl\.)(?<!\bca\.)(?<!\bevt\.)(?<!\bbl\.a\.)(?<!\bjf\.)(?<!\bjfr\.)(?<!\bnr\.)(?<!\bSt\.)(?<!\bdr\.)"
    r"\s+(?=[A-ZÆØÅ«])"
)


def split(text: str) -> list[str]:
    """The sentences of a text, each as it stands. «kl.», «nr.» and «1.» do not end one."""
    return [sentence for sentence in _SLUTT.split(text) if sentence.strip()]
