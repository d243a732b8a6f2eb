cat > Dockerfile <<'XX'
FROM busybox AS bad
RUN false
FROM nosuch-image AS missing
RUN true
FROM busybox AS good
RUN echo good > /g
FROM good AS extra
COPY --from=bad /x /x
FROM busybox
COPY --from=good /g /g
XX
### build
docker build -q -t t . && docker run --rm t cat /g
### targets
for s in bad missing good extra nosuch; do docker build -q --target $s . > /dev/null 2>&1; echo "$s: $?"; done
