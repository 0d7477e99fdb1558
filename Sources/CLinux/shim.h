#pragma once

#include <unistd.h>

// Of <sys/mman.h>, which Swift's Glibc shows without it.
extern int memfd_create(const char *name, unsigned int flags);

// Of <unistd.h>, likewise.
extern int pipe2(int ends[2], int flags);
extern int dup3(int from, int to, int flags);

// Of <spawn.h> and <stdlib.h>, likewise.
#include <spawn.h>
extern int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *actions, int descriptor);
extern int posix_openpt(int flags);
extern int grantpt(int descriptor);
extern int unlockpt(int descriptor);
extern int ptsname_r(int descriptor, char *name, size_t size);

// A variable of C's, which Swift takes for shared state: only ever read here.
static inline char **process_environment(void) { return __environ; }
