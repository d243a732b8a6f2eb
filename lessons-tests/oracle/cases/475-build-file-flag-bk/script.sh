mkdir -p ctx/sub ../out; echo x > ctx/f; printf 'FROM busybox\nCOPY f /in\n' > ctx/sub/D; cp ctx/sub/D ../out/D
### in a subdirectory
docker build -q -t a -f ctx/sub/D ctx > /dev/null; docker run --rm a cat /in
### outside
docker build -q -t b -f ../out/D ctx > /dev/null; docker run --rm b cat /in
### stdin
docker build -q -t c1 -f - ctx < ctx/sub/D > /dev/null; docker run --rm c1 cat /in
### missing
docker build -q -f nope ctx > /dev/null 2>&1; echo "exit $?"
### missing default
docker build -q ctx > /dev/null 2>&1; echo "exit $?"
### a directory
docker build -q -f ctx/sub ctx > /dev/null 2>&1; echo "exit $?"
### context missing
docker build -q nodir > /dev/null 2>&1; echo "exit $?"
### context is a file
docker build -q ctx/f > /dev/null 2>&1; echo "exit $?"
### no context
docker build > /dev/null 2>&1; echo "exit $?"
### two contexts
docker build a b > /dev/null 2>&1; echo "exit $?"
### empty Dockerfile
: > ctx/Dockerfile; docker build -q ctx > /dev/null 2>&1; echo "exit $?"
