mkdir -p real/deep; touch real/f real/deep/g; ln -s real link; ln -s real/f lf; chmod 700 real/deep
printf 'real/*\n!real/deep\nlf\n' > .dockerignore
printf 'FROM busybox\nCOPY . /c/\n' > Dockerfile
### build
docker build -q -t t . && docker run --rm t sh -c 'cd /c; find . | sort | xargs stat -c "%n %F %a"'
### through the link
printf 'FROM busybox\nCOPY link/f /x\n' > D2; docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
### the link
printf 'FROM busybox\nCOPY lf /x\n' > D2; docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
