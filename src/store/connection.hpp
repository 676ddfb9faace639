// A connection to the server: statements whose values travel beside them, and their answers. All
// that libpq is asked goes through here.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;  // of libpq
struct pg_result;

namespace plantool {

/// A value of a statement, as text; nothing is NULL.
using Parameter = std::optional<std::string>;
using Parameters = std::vector<Parameter>;

/// A list as one parameter of a type such as `text[]`.
std::string array_of(const std::vector<std::string>& values);

/// The rows that a statement gave, in the binary format of the server.
class Rows {
  public:
    explicit Rows(pg_result* result) : result_(result) {}

    int count() const;
    bool is_null(int row, int column) const;
    /// Of `text` and `bytea`; good as long as this.
    std::string_view bytes(int row, int column) const;
    std::string text(int row, int column) const { return std::string(bytes(row, column)); }
    std::int64_t number(int row, int column) const;  ///< of `integer`, `bigint`, `date`
    bool flag(int row, int column) const;
    /// How many rows the statement wrote.
    std::int64_t affected() const;

  private:
    struct Clear {
        void operator()(pg_result* result) const;
    };
    std::unique_ptr<pg_result, Clear> result_;
};

class Connection {
  public:
    /// Throws IoError when the server is away or does not let this user in: within the
    /// `connect_timeout` of the address or the environment, else within 10 seconds. Its message
    /// names the store without user and password.
    explicit Connection(const std::string& url);

    /// Runs one statement with the values of its `$1`, `$2`…. Throws IoError. Any thread may, one
    /// at a time.
    Rows run(const char* statement, const Parameters& values = {});
    /// Runs a statement that copies from the client; `bytes` in the binary format, without its head
    /// and end. Throws IoError.
    void copy(const char* statement, std::string_view bytes);

    /// How it is called in messages: `host:port/database`.
    const std::string& name() const { return name_; }

  private:
    Rows accept(pg_result* result);
    [[noreturn]] void fail(std::string_view said) const;

    struct Finish {
        void operator()(pg_conn* connection) const;
    };
    std::unique_ptr<pg_conn, Finish> connection_;
    std::string name_;
    std::string password_;
    std::mutex mutex_;
};

}  // namespace plantool
