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

  // Without diacritics, so that whoever types plain letters finds what has them.
  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  }

  function labelled(text, control) {
    var label = document.createElement("label");
    label.textContent = text;
    label.appendChild(control);
    return label;
  }

  function stateChoice(rows) {
    var select = document.createElement("select");
    select.add(new Option(vietnamese ? "tất cả" : "all", ""));
    document.querySelectorAll(".legend li").forEach(function (item) {
      var state = item.className;
      var there = rows.some(function (row) { return row.dataset.states.split(" ").indexOf(state) >= 0; });
      if (there) select.add(new Option(item.textContent.trim(), state));
    });
    return select;
  }

  function addTools(table) {
    var rows = Array.from(table.tBodies[0].rows);
    var tools = document.createElement("div");
    tools.className = "tools";
    var input = document.createElement("input");
    input.type = "search";
    tools.appendChild(labelled(vietnamese ? "Lọc các dòng có:" : "Only rows with:", input));
    var select = null;
    if (rows[0].dataset.states !== undefined) {
      select = stateChoice(rows);
      tools.appendChild(labelled(vietnamese ? "Trạng thái:" : "State:", select));
      var urgent = document.createElement("button");
      urgent.type = "button";
      urgent.textContent = vietnamese ? "Chậm nhiều ngày trước" : "Most days late first";
      urgent.addEventListener("click", function () {
        rows.slice().sort(function (a, b) {
          return b.dataset.urgency - a.dataset.urgency || rows.indexOf(a) - rows.indexOf(b);
        }).forEach(function (row) { table.tBodies[0].appendChild(row); });
      });
      tools.appendChild(urgent);
    }
    var shown = document.createElement("span");
    shown.setAttribute("role", "status");
    tools.appendChild(shown);
    var texts = rows.map(function (row) { return folded(row.textContent); });

    function apply() {
      var wanted = folded(input.value);
      var count = 0;
      rows.forEach(function (row, at) {
        var ofState = !select || !select.value || row.dataset.states.split(" ").indexOf(select.value) >= 0;
        row.hidden = !ofState || texts[at].indexOf(wanted) < 0;
        if (!row.hidden) ++count;
      });
      shown.textContent = vietnamese ? "Đang hiện " + count + "/" + rows.length + " dòng"
                                     : "Showing " + count + " of " + rows.length + " rows";
    }
    input.addEventListener("input", apply);
    if (select) select.addEventListener("change", apply);
    apply();
    table.parentNode.parentNode.insertBefore(tools, table.parentNode);
  }

  // A link to what is folded opens it.
  function openTarget() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    var folded = target && target.closest("details");
    if (folded && !folded.open) { folded.open = true; target.scrollIntoView(); }
  }

  document.querySelectorAll("table.sortable").forEach(function (table) {
    addButtons(table);
    if (table.tBodies[0].rows.length > 11) addTools(table);
  });
  window.addEventListener("hashchange", openTarget);
  openTarget();
})();
