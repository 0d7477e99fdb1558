#pragma once

#include <unistd.h>

// Of <sys/mman.h>, which Swift's Glibc shows without it.
extern int memfd_create(const char *name, unsigned int flags);

// Of <unistd.h>, likewise.
extern int pipe2(int ends[2], int flags);
extern int dup3(int from, int to, int flags);

// Of <stdlib.h>, likewise.
extern int posix_openpt(int flags);
extern int grantpt(int descriptor);
extern int unlockpt(int descriptor);
extern int ptsname_r(int descriptor, char *name, size_t size);

// A variable of C's, which Swift takes for shared state: only ever read here.
static inline char **process_environment(void) { return __environ; }

// Which Swift does not show at all: for a process of one thread only.
static inline pid_t fork_process(void) { return fork(); }
