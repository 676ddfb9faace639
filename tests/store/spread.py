"""The parts of a plan on three servers: the same answers."""

from asking import PLAN, check, compare, load, questions, run
from server import Server


def check_plan_of_query(server, url):
    """Each server folds its own parts: the plan of the query, as it is run for `status`."""
    server.sql("""
        ALTER DATABASE spread SET session_preload_libraries = 'auto_explain';
        ALTER DATABASE spread SET auto_explain.log_min_duration = 0;
        ALTER DATABASE spread SET auto_explain.log_verbose = on""")
    before = len(server.log())
    run("status", "--plan", PLAN, "--as-of", "2022-07-05", "--submissions", url)
    plan = server.log()[before:]
    for part in [part for part in range(8) if part % 3 != 0]:
        check(f"Relations: Aggregate on (plantool.submission_1_{part} " in plan,
              f"the fold of part {part} is not done where it lies")


def spread(server):
    others = [Server(), Server()]
    try:
        url = server.database("spread")
        load(url)
        columns = server.sql("""
            SELECT string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', '
                              ORDER BY attnum)
            FROM pg_attribute WHERE attrelid = 'plantool.submission'::regclass AND attnum > 0""",
            "spread")
        server.sql("CREATE EXTENSION postgres_fdw", "spread")
        for number, other in enumerate(others):
            other.database("part")
            server.sql(f"""
                CREATE SERVER s{number} FOREIGN DATA WRAPPER postgres_fdw OPTIONS
                    (host '{other.folder}', port '{other.port}', dbname 'part', fetch_size '10000');
                CREATE USER MAPPING FOR postgres SERVER s{number} OPTIONS (user 'postgres')""",
                "spread")
        for part in range(8):
            if part % 3 == 0:
                continue  # stays where it is
            number = part % 3 - 1
            others[number].sql(f"CREATE TABLE submission_1_{part} ({columns})", "part")
            server.sql(f"""
                SET search_path TO plantool;
                ALTER TABLE submission_1 DETACH PARTITION submission_1_{part};
                ALTER TABLE submission_1_{part} RENAME TO moved;
                CREATE FOREIGN TABLE submission_1_{part} PARTITION OF submission_1
                    FOR VALUES WITH (MODULUS 8, REMAINDER {part})
                    SERVER s{number} OPTIONS (schema_name 'public', table_name 'submission_1_{part}');
                INSERT INTO submission_1_{part} SELECT * FROM moved;
                DROP TABLE moved""", "spread")
        there = [int(other.sql("SELECT sum(c) FROM (" + " UNION ALL ".join(
            f"SELECT count(*) c FROM submission_1_{part}" for part in range(8)
            if part % 3 == number + 1) + ") x", "part")) for number, other in enumerate(others)]
        check(all(rows > 0 for rows in there), f"each has some: {there}")
        for words in questions("2022-07-05", "2022-07-01"):
            compare("three servers", words, url)
        check_plan_of_query(server, url)
        again = load(url).json()
        check(again["added"] == 0 and again["known"] > 100, f"a load over three servers: {again}")
    finally:
        for other in others:
            other.remove()
