/* A large sheet of ten columns by libxlsxwriter itself, all cells in memory: the same rows as
 * xlsx_large.py writes.
 *
 *     xlsx_large ROWS FILE.xlsx
 */
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const long rows = atol(argv[1]);
    lxw_workbook* book = workbook_new(argv[2]);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Kết quả");
    char text[64];
    for (long ix = 0; ix < rows; ++ix) {
        const lxw_row_t row = (lxw_row_t)ix;
        worksheet_write_number(sheet, row, 0, (double)(ix + 1), NULL);
        snprintf(text, sizeof text, "dv-%05ld", ix % 99991);
        worksheet_write_string(sheet, row, 1, text, NULL);
        worksheet_write_string(sheet, row, 2, "Ủy ban nhân dân xã An Bình", NULL);
        worksheet_write_string(sheet, row, 3, "2024-H1", NULL);
        worksheet_write_string(sheet, row, 4, "đúng hạn", NULL);
        snprintf(text, sizeof text, "%ld/BC-UBND", ix % 300);
        worksheet_write_string(sheet, row, 5, text, NULL);
        worksheet_write_number(sheet, row, 6, (double)(ix % 97), NULL);
        worksheet_write_number(sheet, row, 7, (double)(ix % 1013), NULL);
        worksheet_write_number(sheet, row, 8, 50 + (double)(ix % 500) / 10, NULL);
        snprintf(text, sizeof text, "Họp thôn, lần %ld", ix);
        worksheet_write_string(sheet, row, 9, text, NULL);
    }
    return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
