# root.sh ROOT TABLE COMMAND...: in a mount namespace of its own, lays the files that a worker may
# see over the empty root and runs the command, which is to change into it.
set -eu
root=$1 table=$2
shift 2
mount --all --fstab "$table"
# A container may refuse a fresh /proc; the worker does without.
mount -t proc -o nosuid,nodev,noexec proc "$root/proc" 2>/dev/null || true
cd /
exec "$@"
