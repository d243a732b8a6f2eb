mkdir -p ctx/sub; echo x > ctx/f
### missing -f
docker build -f nope ctx 2>&1 | tail -n 1
### missing default
docker build ctx 2>&1 | tail -n 1
### context missing
docker build nodir 2>&1 | tail -n 1
### context is a file
docker build ctx/f 2>&1 | tail -n 1
### arguments
docker build 2>&1 | head -n 5 | tail -n 2
docker build a b 2>&1 | head -n 5 | tail -n 2
### empty
: > ctx/Dockerfile; docker build ctx 2>&1 | tail -n 1
### comments only
printf '# nothing\n\n' > ctx/Dockerfile; docker build ctx 2>&1 | tail -n 1
### stdin twice
docker build -f - - < /dev/null 2>&1 | tail -n 1
### empty stdin
docker build - < /dev/null 2>&1 | tail -n 1
### before FROM
printf 'RUN true\nFROM busybox\n' > ctx/Dockerfile; docker build ctx 2>&1 | tail -n 1
### unknown flag
docker build --bogus ctx 2>&1 | tail -n +5 | head -n 1
