mkdir -p s/a/b s/c; echo 1 > s/a/1.txt; echo 2 > s/a/b/2.log; echo 3 > s/c/3.txt; chmod 640 s/a/1.txt
cat > Dockerfile <<'XX'
FROM busybox
RUN mkdir /real && ln -s /real /ln
COPY --chmod=600 s /octal
COPY --chmod=u=rwX,go=rX s/a /sym
COPY --chmod=0755 s/a/1.txt /new/dir/x
COPY --exclude=**/*.log --exclude=c s /ex
COPY --link s/c /lnk/
COPY --link --chown=3:4 --chmod=700 s/a/1.txt /lnk/y
COPY --link s/c/3.txt /ln/
ADD --chmod=444 s/a/1.txt /added
XX
### build
docker build -q -t t . ; echo "exit $?"
docker run --rm t sh -c 'find /octal /sym /new /ex /lnk /real /ln /ln/ /added | sort -u | xargs stat -c "%n %F %a %u:%g"'
### bad modes
e() { printf 'FROM busybox\nCOPY --chmod=%s s/a/1.txt /x\n' "$1" > E; docker build -q -f E . > /dev/null 2>&1; echo "$1: $?"; }
e 888; e abc; e 77777; e u+x; e ''
