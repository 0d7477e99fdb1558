#pragma once

#include <unistd.h>

// Of <sys/mman.h>, which Swift's Glibc shows without it.
extern int memfd_create(const char *name, unsigned int flags);

// Of <unistd.h>, likewise.
extern int pipe2(int ends[2], int flags);

// A variable of C's, which Swift takes for shared state: only ever read here.
static inline char **process_environment(void) { return __environ; }
