#include <sqlite3.h>

/// The destructor value that makes SQLite copy what is bound; a macro with a cast, which Swift cannot import.
static inline sqlite3_destructor_type sqlite3_transient(void) { return SQLITE_TRANSIENT; }
