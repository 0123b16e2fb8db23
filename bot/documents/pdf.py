"""PDF to rows, by pdfplumber."""

import io

import pdfplumber

from bot.documents.markers import plain_symbols, split_marker
from bot.documents.rows import Row, RowKind


def rows(data: bytes) -> list[Row]:
    """The lines and ruled tables of a PDF."""
    found: list[Row] = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        tables = 0
        for page in pdf.pages:
            if page.page_number > 1:
                found.append(Row(("",), RowKind.PAGE_BREAK, page=page.page_number))
            items = []
            rest = page
            for table in page.find_tables():
                tables += 1
                box = table.bbox
                rest = rest.filter(lambda o, b=box: not (b[1] <= (o["top"] + o["bottom"]) / 2 <= b[3]))
                for number, cells in enumerate(table.extract()):
                    texts = tuple(plain_symbols(c or "") for c in cells)
                    items.append(
                        (
                            box[1] + number / 1000,
                            Row(texts, RowKind.TABLE, table=tables, page=page.page_number),
                        )
                    )
            last = 0.0
            for line in rest.extract_text_lines():
                marker, text = split_marker(line["text"])
                bold = all("Bold" in c["fontname"] for c in line["chars"] if c["text"].strip())
                items.append(
                    (
                        line["top"],
                        Row(
                            (text,),
                            marker=marker,
                            heading=bold and ":" not in text,
                            blank_before=line["top"] - last > 8,
                            page=page.page_number,
                        ),
                    )
                )
                last = line["bottom"]
            found.extend(row for _, row in sorted(items, key=lambda item: item[0]))
    return found
