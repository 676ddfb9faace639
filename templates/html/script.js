// Sorts tables by a column and finds rows by words. Without it every table is there all the same.
(function () {
  "use strict";
  var language = document.documentElement.lang;
  var vietnamese = language === "vi";
  var order = new Intl.Collator(language, { numeric: true });

  // A cell as what it is sorted by: days and numbers as numbers, empty cells last.
  function valueOf(cell) {
    var text = cell.textContent.trim();
    var day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
    if (day) return day[3] * 10000 + day[2] * 100 + Number(day[1]);
    if (/^\d{1,2} [A-Z][a-z]{2} \d{4}$/.test(text)) return Date.parse(text + " UTC");
    var number = vietnamese ? text.replace(/\./g, "").replace(",", ".") : text.replace(/,/g, "");
    if (/^-?\d+(\.\d+)?%?$/.test(number)) return parseFloat(number);
    return text;
  }

  function compare(a, b) {
    if (a === "" || b === "") return a === b ? 0 : a === "" ? Infinity : -Infinity;
    if (typeof a === "number" && typeof b === "number") return a - b;
    return order.compare(String(a), String(b));
  }

  function sortBy(table, header, column) {
    var falling = header.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach(function (other) {
      other.removeAttribute("aria-sort");
    });
    header.setAttribute("aria-sort", falling ? "descending" : "ascending");
    var body = table.tBodies[0];
    var rows = Array.from(body.rows).map(function (row, at) {
      return { row: row, at: at, value: valueOf(row.cells[column]) };
    });
    rows.sort(function (a, b) {
      var by = compare(a.value, b.value);
      if (Math.abs(by) !== Infinity && falling) by = -by;
      return by || a.at - b.at;
    });
    rows.forEach(function (entry) { body.appendChild(entry.row); });
  }

  function addButtons(table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (header, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (header.firstChild) button.appendChild(header.firstChild);
      header.appendChild(button);
      button.addEventListener("click", function () { sortBy(table, header, column); });
    });
  }

  function addFilter(table) {
    var label = document.createElement("label");
    label.className = "find";
    label.textContent = vietnamese ? "Lọc các dòng có:" : "Only rows with:";
    var input = document.createElement("input");
    input.type = "search";
    label.appendChild(input);
    table.parentNode.parentNode.insertBefore(label, table.parentNode);
    input.addEventListener("input", function () {
      var wanted = input.value.normalize().toLocaleLowerCase(language);
      Array.from(table.tBodies[0].rows).forEach(function (row) {
        row.hidden = row.textContent.toLocaleLowerCase(language).indexOf(wanted) < 0;
      });
    });
  }

  document.querySelectorAll("table.sortable").forEach(function (table) {
    addButtons(table);
    if (table.tBodies[0].rows.length > 7) addFilter(table);
  });
})();
