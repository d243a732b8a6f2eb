try() { printf 'FROM busybox\nRUN %s\n' "$1" > Dockerfile; docker build -q . > /dev/null 2>&1; echo "exit $?"; }
### unknown
try '--bogus true'
### network none
try '--network=none true'
### bad network
try '--network=moon true'
### mount
try '--mount=type=tmpfs,target=/x true'
### only a flag
try '--network=none'
