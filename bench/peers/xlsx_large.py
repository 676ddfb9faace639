#!/usr/bin/python3
"""A large sheet of ten columns by XlsxWriter, or by openpyxl in its streaming mode.

    xlsx_large.py [--tuned|--openpyxl] ROWS FILE.xlsx

As one writes it: Workbook(). Tuned: constant_memory, and the methods that do not guess types.
"""

import sys

import xlsxwriter


def values(ix):
    return (ix + 1, f"dv-{ix % 99991:05}", "Ủy ban nhân dân xã An Bình", "2024-H1", "đúng hạn",
            f"{ix % 300}/BC-UBND", ix % 97, ix % 1013, 50 + ix % 500 / 10, f"Họp thôn, lần {ix}")


def plain(rows, path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Kết quả")
    for ix in range(rows):
        sheet.write_row(ix, 0, values(ix))
    book.close()


def tuned(rows, path):
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet("Kết quả")
    text, number = sheet.write_string, sheet.write_number
    for ix in range(rows):
        for col, value in enumerate(values(ix)):
            if isinstance(value, str):
                text(ix, col, value)
            else:
                number(ix, col, value)
    book.close()


def by_openpyxl(rows, path):
    from openpyxl import Workbook
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Kết quả")
    for ix in range(rows):
        sheet.append(values(ix))
    book.save(path)


if __name__ == "__main__":
    way = tuned if "--tuned" in sys.argv else by_openpyxl if "--openpyxl" in sys.argv else plain
    way(int(sys.argv[-2]), sys.argv[-1])
