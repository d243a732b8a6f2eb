mkdir -p c/sub; for f in a b c sub/d; do echo x > c/$f; done; printf 'FROM busybox\nCOPY . /x\nCMD ls -A /x /x/sub\n' > c/Dockerfile; cp c/Dockerfile c/Other; cp c/Dockerfile c/sub/D; cp c/Dockerfile outside
r() { docker build -q -t t "$@" > /dev/null 2>&1; echo "exit $?"; docker run --rm t; docker rmi -f t > /dev/null; }
### general
printf 'a\n' > c/.dockerignore; r c; r -f c/Other c
### per file
printf 'b\n' > c/Other.dockerignore; r c; r -f c/Other c; printf 'c\n' > c/sub/D.dockerignore; r -f c/sub/D c
### outside the context
printf 'sub\n' > outside.dockerignore; r -f outside c; cat outside | docker build -q -t t -f - c > /dev/null; docker run --rm t
### empty one
: > c/Other.dockerignore; r -f c/Other c; printf '*\n' > c/.dockerignore; r c; printf 'Dockerfile\n.dockerignore\n' > c/.dockerignore; r c
