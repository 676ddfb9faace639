#include "store/store_door.hpp"

#include "store/connection.hpp"
#include "store/fold.hpp"
#include "store/load.hpp"
#include "store/schema.hpp"
#include "store/stored_papers.hpp"

namespace plantool {
namespace {

std::vector<StoredFile> events_in(Connection& store) {
    std::vector<StoredFile> events;
    const auto rows = store.run("SELECT file, sha256, content FROM events ORDER BY file");
    for (int i = 0; i < rows.count(); ++i) {
        auto source = std::make_shared<Source>(rows.text(i, 0), rows.text(i, 2));
        events.push_back({std::move(source), rows.text(i, 1)});
    }
    return events;
}

/// One transaction for all its questions: they see the store as it was at the first.
OpenStore open_store(const StoreAddress& from) {
    const auto store = std::make_shared<Connection>(from.url);
    store->run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    use_schema(*store, from.schema);
    OpenStore open;
    open.events = events_in(*store);
    const auto plans = store->run("SELECT id, checked FROM plan");
    for (int i = 0; i < plans.count(); ++i) open.plans[plans.text(i, 0)] = plans.text(i, 1);
    open.submissions = [store](const std::vector<std::string>& asked) {
        return stored_papers(store, asked);
    };
    open.unfolded = [store](const std::vector<FoldQuestion>& questions) {
        return unfolded_papers(store, questions);
    };
    open.fold = [store](const FoldQuestion& question) { return fold_on_server(*store, question); };
    return open;
}

}  // namespace

StoreDoor store_door() {
    return {&open_store, &load_into_store};
}

}  // namespace plantool
