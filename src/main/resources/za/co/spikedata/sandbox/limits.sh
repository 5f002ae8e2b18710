# limits.sh ADDRESS_SPACE_KIB LIFE_CPU_SECONDS COMMAND...: runs the command within limits.
# Where a system does not know a limit, the others hold.
space=$1 life=$2
shift 2
ulimit -c 0
ulimit -n 512 2>/dev/null
ulimit -f 32768 2>/dev/null # blocks of 512 bytes: no file over 16 MiB
ulimit -t "$life" 2>/dev/null
ulimit -v "$space" 2>/dev/null
# When memory runs short, a worker goes first, never the portal.
(echo 800 >/proc/self/oom_score_adj) 2>/dev/null && echo 800 >/proc/self/oom_score_adj
# A little behind the portal, which answers at once.
exec nice -n 2 "$@"
