mkdir d; echo a > d/f; printf 'FROM busybox AS s\nARG U=1\nCOPY d /d\nRUN cat /d/f > /out; date +%%s%%N > /time; head -c 8 /dev/urandom > /rnd\nFROM busybox\nCOPY --from=s /out /out\nCOPY --from=s /rnd /rnd\n' > Dockerfile
i() { docker build -q "$@" .; }
id=$(i); same() { test "$(i "$@")" = $id && echo same || echo differs; }
### again
same
### mtime
touch d/f; same
### unused ARG
same --build-arg U=2
### comment
printf '# c\n' > D2; cat Dockerfile >> D2; same -f D2
### chmod and back
chmod 600 d/f; same; chmod 644 d/f; same
### content and back
echo b > d/f; same; echo a > d/f; same
### a new file
touch d/new; same; rm d/new; same
### no cache
same --no-cache
### label
same --label x=1
