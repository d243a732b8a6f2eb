try() { printf 'FROM busybox\nONBUILD %s\n' "$1" > Dockerfile; docker build -q -t p . > /dev/null 2>&1; echo "$1: $?"; }
### not allowed
try 'FROM busybox'; try 'MAINTAINER x'; try 'ONBUILD RUN true'; try 'onbuild run true'; try ''; try 'BOGUS x'
### allowed
try 'COPY a b'; try 'COPY --from=x a b'; try 'RUN'; try 'copy  a   b'; try 'ENV A=$B'; try 'ARG X'
### stored
printf 'FROM busybox\nONBUILD run  echo  "a  b" \\\n  c\nONBUILD ENV A=$B\nONBUILD CMD ["x", "y"]\n' > Dockerfile; docker build -q -t p . > /dev/null
docker image inspect -f '{{json .Config.OnBuild}}' p
docker history --format '{{.CreatedBy}}' --no-trunc p
### child of a child
printf 'FROM p\nONBUILD RUN echo two\n' > Dockerfile; docker build -q -t c . > /dev/null; docker image inspect -f '{{json .Config.OnBuild}} {{.Config.Env}} {{.Config.Cmd}}' c
