// The files below `charts`, as they are, inside the program.
#ifndef CCHARTS_H
#define CCHARTS_H

#include <stddef.h>

struct chart_file {
    /// Below `charts`, with slashes.
    const char *path;
    const unsigned char *bytes;
    size_t size;
};

/// All files in the order of their paths.
const struct chart_file *chart_files(void);
size_t chart_file_count(void);

#endif
