mkdir -p c/sub; echo f > c/f; echo s > c/sub/s; printf 'sub\n' > c/.dockerignore; printf 'FROM busybox\nCOPY . /c\nCMD find /c | sort\n' > c/Dockerfile
run() { docker build -q -t x - < $1 > /dev/null 2>&1; echo "exit $?"; docker run --rm x; docker rmi x > /dev/null; }
### plain
tar cf p.tar -C c .; run p.tar
### gzip
tar czf g.tgz -C c .; run g.tgz
### names without ./
tar cf n.tar -C c Dockerfile f sub; run n.tar
### another name
mv c/Dockerfile c/Other; tar cf o.tar -C c .; docker build -q -t y -f Other - < o.tar > /dev/null; docker run --rm y
### missing Dockerfile
docker build -q - < o.tar > /dev/null 2>&1; echo "exit $?"
### not a tar
printf 'not a dockerfile\n' > junk; docker build -q - < junk > /dev/null 2>&1; echo "exit $?"
