#!/usr/bin/python3
"""A small workbook by XlsxWriter, or by openpyxl: 5 sheets of 200 rows, formats, a chart.

    xlsx_small.py [--openpyxl] FILE.xlsx
"""

import sys
from datetime import date, timedelta

SHEETS, ROWS = 5, 200
TITLES = ["TT", "Cơ quan, đơn vị", "Báo cáo", "Kỳ", "Hạn", "Ngày nhận", "Trạng thái", "Chậm (ngày)"]
WIDTHS = [5, 34, 30, 10, 11, 11, 14, 8]


def line(ix):
    due = date(2022, 6, 29)
    return [ix + 1, f"Ủy ban nhân dân xã An Bình {ix}", "Báo cáo kết quả thực hiện 6 tháng", "2022-H1",
            due, due + timedelta(ix % 9 - 4), "trễ hạn" if ix % 9 > 4 else "đúng hạn", max(0, ix % 9 - 4)]


def by_xlsxwriter(path):
    import xlsxwriter
    book = xlsxwriter.Workbook(path)
    header = book.add_format({"bold": True, "bg_color": "#DDE8CB", "border": 1, "text_wrap": True})
    plain = book.add_format({"border": 1, "valign": "top"})
    day = book.add_format({"border": 1, "num_format": "dd/mm/yyyy"})
    late = book.add_format({"border": 1, "bg_color": "#FFD7D7"})
    for sheet_ix in range(SHEETS):
        sheet = book.add_worksheet(f"Tờ {sheet_ix + 1}")
        for col, width in enumerate(WIDTHS):
            sheet.set_column(col, col, width)
        sheet.write_row(0, 0, TITLES, header)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, ROWS, len(TITLES) - 1)
        for ix in range(ROWS):
            values = line(ix)
            for col, value in enumerate(values):
                if isinstance(value, date):
                    sheet.write_datetime(ix + 1, col, value, day)
                elif isinstance(value, str):
                    sheet.write_string(ix + 1, col, value, late if value == "trễ hạn" else plain)
                else:
                    sheet.write_number(ix + 1, col, value, plain)
        if sheet_ix == 0:
            chart = book.add_chart({"type": "column"})
            chart.add_series({"values": ["Tờ 1", 1, 7, 20, 7]})
            sheet.insert_chart("K2", chart)
    book.close()


def by_openpyxl(path):
    from openpyxl import Workbook
    from openpyxl.chart import BarChart, Reference
    from openpyxl.styles import Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    book = Workbook()
    book.remove(book.active)
    side = Side(style="thin")
    border = Border(left=side, right=side, top=side, bottom=side)
    fill, red = (PatternFill("solid", fgColor=colour) for colour in ("DDE8CB", "FFD7D7"))
    for sheet_ix in range(SHEETS):
        sheet = book.create_sheet(f"Tờ {sheet_ix + 1}")
        for col, width in enumerate(WIDTHS, 1):
            sheet.column_dimensions[get_column_letter(col)].width = width
        sheet.append(TITLES)
        for cell in sheet[1]:
            cell.font, cell.fill, cell.border = Font(bold=True), fill, border
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:H{ROWS + 1}"
        for ix in range(ROWS):
            for col, value in enumerate(line(ix), 1):
                cell = sheet.cell(ix + 2, col, value)
                cell.border = border
                if isinstance(value, date):
                    cell.number_format = "dd/mm/yyyy"
                elif value == "trễ hạn":
                    cell.fill = red
        if sheet_ix == 0:
            chart = BarChart()
            chart.add_data(Reference(sheet, min_col=8, min_row=2, max_row=21))
            sheet.add_chart(chart, "K2")
    book.save(path)


if __name__ == "__main__":
    (by_openpyxl if "--openpyxl" in sys.argv else by_xlsxwriter)(sys.argv[-1])
