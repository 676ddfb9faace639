#include "store/connection.hpp"

#include <postgresql/libpq-fe.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "diag/io_error.hpp"
#include "os/terminal.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// What the address says, with what stands in for what it does not say.
struct Options {
    explicit Options(PQconninfoOption* all) : list(all, &PQconninfoFree) {}

    std::string get(std::string_view keyword) const {
        for (auto* one = list.get(); one != nullptr && one->keyword != nullptr; ++one) {
            if (keyword == one->keyword && one->val != nullptr) return one->val;
        }
        return {};
    }

    std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> list;
};

/// The library's own words may cite the address with its password: they are not passed on.
Options parse(const std::string& url) {
    char* said = nullptr;
    Options options(PQconninfoParse(url.c_str(), &said));
    PQfreemem(said);
    if (!options.list) throw IoError({Word::store_address_unclear});
    return options;
}

std::string without(std::string text, const std::string& secret) {
    if (secret.empty()) return text;
    constexpr std::string_view kStars = "***";
    for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at)) {
        text.replace(at, secret.size(), kStars);
        at += kStars.size();
    }
    return text;
}

std::uint64_t big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) value = (value << 8U) | static_cast<unsigned char>(byte);
    return value;
}

}  // namespace

std::string array_of(const std::vector<std::string>& values) {
    std::string out = "{";
    for (const auto& value : values) {
        out += out.size() > 1 ? ",\"" : "\"";
        for (const char c : value) {
            if (c == '"' || c == '\\') out += '\\';
            out += c;
        }
        out += '"';
    }
    return out + "}";
}

int Rows::count() const {
    return PQntuples(result_.get());
}

bool Rows::is_null(int row, int column) const {
    return PQgetisnull(result_.get(), row, column) == 1;
}

std::string_view Rows::bytes(int row, int column) const {
    auto* const result = result_.get();
    return {PQgetvalue(result, row, column),
            static_cast<std::size_t>(PQgetlength(result, row, column))};
}

std::int64_t Rows::number(int row, int column) const {
    const auto value = bytes(row, column);
    if (value.size() == sizeof(std::int32_t)) return static_cast<std::int32_t>(big_endian(value));
    return static_cast<std::int64_t>(big_endian(value));
}

bool Rows::flag(int row, int column) const {
    return bytes(row, column) == std::string_view("\1", 1);
}

std::int64_t Rows::affected() const {
    return std::strtoll(PQcmdTuples(result_.get()), nullptr, 10);
}

void Rows::Clear::operator()(pg_result* result) const {
    PQclear(result);
}

Connection::Connection(const std::string& url) {
    const auto options = parse(url);
    password_ = options.get("password");
    // Each keyword takes the place of the same one before it: what the address says comes last.
    std::vector<const char*> keys = {"fallback_application_name", "keepalives_idle",
                                     "keepalives_interval", "keepalives_count"};
    std::vector<const char*> values = {"plantool", "10", "5", "3"};
    if (!os::variable("PGCONNECT_TIMEOUT")) {
        keys.push_back("connect_timeout");
        values.push_back("10");
    }
    for (const auto* key : {"client_encoding", "dbname"}) keys.push_back(key);
    values.push_back("UTF8");
    values.push_back(url.c_str());
    keys.push_back(nullptr);
    values.push_back(nullptr);
    auto* const connection = PQconnectdbParams(keys.data(), values.data(), 1);
    connection_.reset(connection);
    const auto said = [](const char* text) { return std::string(text == nullptr ? "" : text); };
    name_ =
        said(PQhost(connection)) + ":" + said(PQport(connection)) + "/" + said(PQdb(connection));
    if (const char* used = PQpass(connection); used != nullptr && *used != '\0') password_ = used;
    if (PQstatus(connection) != CONNECTION_OK) fail(PQerrorMessage(connection));
}

Rows Connection::run(const char* statement, const Parameters& values) {
    const std::lock_guard lock(mutex_);
    std::vector<const char*> texts;
    for (const auto& value : values) texts.push_back(value ? value->c_str() : nullptr);
    return accept(PQexecParams(connection_.get(), statement, static_cast<int>(texts.size()),
                               nullptr, texts.data(), nullptr, nullptr, 1));
}

void Connection::copy(const char* statement, std::string_view bytes) {
    constexpr std::string_view kHead("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
    constexpr std::string_view kEnd("\377\377", 2);
    constexpr std::size_t kMost = std::size_t{1} << 20U;
    const std::lock_guard lock(mutex_);
    auto* const connection = connection_.get();
    accept(PQexec(connection, statement));
    const auto put = [&](std::string_view part) {
        for (; !part.empty(); part.remove_prefix(std::min(kMost, part.size()))) {
            const auto size = static_cast<int>(std::min(kMost, part.size()));
            if (PQputCopyData(connection, part.data(), size) != 1) {
                fail(PQerrorMessage(connection));
            }
        }
    };
    put(kHead);
    put(bytes);
    put(kEnd);
    if (PQputCopyEnd(connection, nullptr) != 1) fail(PQerrorMessage(connection));
    while (auto* const result = PQgetResult(connection)) accept(result);
}

Rows Connection::accept(pg_result* result) {
    Rows rows(result);
    switch (PQresultStatus(result)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_COPY_IN:
            return rows;
        default:
            break;
    }
    const char* said = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    fail(said != nullptr ? said : PQerrorMessage(connection_.get()));
}

/// The first line says what happened; those behind it guess why.
void Connection::fail(std::string_view said) const {
    const auto line = without(std::string(trim(said.substr(0, said.find('\n')))), password_);
    const bool connected = PQstatus(connection_.get()) == CONNECTION_OK;
    throw IoError({connected ? WordWith<2>(Word::store_failed) : Word::store_away,
                   printable(without(name_, password_)), printable(line)});
}

void Connection::Finish::operator()(pg_conn* connection) const {
    PQfinish(connection);
}

}  // namespace plantool
