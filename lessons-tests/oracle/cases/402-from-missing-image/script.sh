try() { printf 'FROM %s\n' "$1" > Dockerfile; docker build -q . 2>&1 >/dev/null | tail -n 1; }
### upper case
try 'BusyBox'
### bad tag
try 'busybox:-x'
### bad characters
try 'busy box'
try 'busy@box'
### scratch with a tag
try 'scratch:1'
### double colon
try 'a::b'
### bad digest
try 'busybox@sha256:123'
