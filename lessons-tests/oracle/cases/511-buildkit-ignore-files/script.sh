mkdir sub; touch a b c; printf 'FROM busybox\nCOPY . /c\nCMD ls /c\n' > Dockerfile; cp Dockerfile Other; cp Dockerfile sub/D
printf 'a\n' > .dockerignore; printf 'b\n' > Other.dockerignore; printf 'c\n' > sub/D.dockerignore
r() { docker build -q -t x "$@" . > /dev/null && docker run --rm x | tr '\n' ' '; echo; }
### each
r; r -f Other; r -f sub/D
### stdin
docker build -q -t x -f - . < Dockerfile > /dev/null; docker run --rm x | tr '\n' ' '
### empty specific one
: > Other.dockerignore; r -f Other
### Dockerfile.dockerignore
printf 'c\n*.dockerignore\n' > Dockerfile.dockerignore; r
