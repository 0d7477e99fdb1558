#pragma once

// Of <sys/mman.h>, which Swift's Glibc shows without it.
extern int memfd_create(const char *name, unsigned int flags);
