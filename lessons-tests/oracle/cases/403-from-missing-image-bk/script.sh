try() { printf 'FROM %s\n' "$1" > Dockerfile; docker build -q . >/dev/null 2>&1; echo "exit $?"; }
### upper case
try 'BusyBox'
### bad tag
try 'busybox:-x'
### too many words
try 'busy box'
### bad digest
try 'busybox@sha256:123'
### scratch with a tag
try 'scratch:1'
