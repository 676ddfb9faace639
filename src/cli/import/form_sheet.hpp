// The sheet of a form or of the register, with its keys found wherever they were moved to.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/office/workbook_cells.hpp"

namespace plantool {

/// The keys and values of the hidden sheet; empty for a workbook that has none.
std::map<std::string, std::string> workbook_keys(const Workbook& book);

/// A sheet by its keys.
class KeyedSheet {
  public:
    /// `columns`: keys of which the key row has all. Nothing where no sheet has them.
    static std::optional<KeyedSheet> find(const Workbook& book,
                                          const std::vector<std::string_view>& columns);

    const std::string& name() const { return sheet_->name; }
    int key_row() const { return key_row_; }
    /// Columns by their keys.
    const std::map<std::string, int>& columns() const { return columns_; }
    /// Rows below the keys that hold anything.
    std::vector<int> rows() const;
    /// The cell with something in it.
    const SheetCell* at(int row, int column) const;
    const SheetCell* at(int row, std::string_view column) const;

  private:
    const WorkbookSheet* sheet_ = nullptr;
    int key_row_ = 1;
    std::map<std::string, int> columns_;
    std::map<std::pair<int, int>, const SheetCell*> cells_;
};

}  // namespace plantool
