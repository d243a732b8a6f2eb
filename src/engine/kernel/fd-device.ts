/** Device major of what a followed /proc/PID/fd/N leads to: opening it gives that descriptor's description; the minor is the descriptor. */
export const FD_MAJOR = 0x1fd;
