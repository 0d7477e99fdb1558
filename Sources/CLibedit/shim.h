#include <editline/readline.h>

/* Its own handling of signals would redraw the line from whichever thread a signal comes to. */
static inline void libedit_leave_signals_alone(void) { rl_catch_signals = 0; }
