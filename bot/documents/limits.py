"""How much of a file is read before it is called too much. Figures from measured hostile files."""

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Sizes are bytes, times are seconds.

    A good innkalling with all its vedlegg stays far below every one of these.
    """

    file_bytes: int = 20 * MB
    docx_entries: int = 2000
    docx_bytes: int = 60 * MB
    docx_part_bytes: int = 20 * MB
    docx_grid_span: int = 200
    docx_depth: int = 200
    pdf_pages: int = 200
    pdf_stream_bytes: int = 5 * MB
    pdf_page_chars: int = 30_000
    pdf_page_edges: int = 5000
    text_chars: int = 2_000_000
    child_memory: int = 1024 * MB
    child_cpu: int = 20
    child_wall: int = 30
    children: int = 2


LIMITS = Limits()
