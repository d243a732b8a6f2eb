cat > P <<'EOF'
FROM busybox
ENV SH=/bin/sh
SHELL ["/bin/sh", "-e", "-c"]
RUN false || echo survived > /s
HEALTHCHECK CMD check $X
ONBUILD RUN echo "onbuild $-" > /o
CMD echo hi
EOF
printf 'FROM p\nRUN echo "$-" > /c\nENTRYPOINT wrapped\n' > Dockerfile
### build
docker build -q -f P -t p . && docker build -q -t t .
docker run --rm --entrypoint cat t /s /o /c
docker image inspect -f '{{json .Config.Shell}} {{json .Config.Healthcheck.Test}} {{json .Config.Entrypoint}} {{json .Config.Cmd}}' t
docker history --format '{{.CreatedBy}}' --no-trunc t
### no expansion
printf 'FROM busybox\nENV SH=/bin/sh\nSHELL ["$SH", "-c"]\nRUN true\n' > D2; docker build -q -f D2 . > /dev/null 2>&1; echo "exit $?"
