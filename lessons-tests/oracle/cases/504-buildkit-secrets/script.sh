echo s3 > sec; export TOK=fromenv
cat > Dockerfile <<'XX'
FROM busybox
RUN --mount=type=secret,id=a cat /run/secrets/a > /1; stat -c '%a %u:%g' /run/secrets/a >> /1
RUN --mount=type=secret,id=b,target=/etc/tok,mode=0444,uid=7 cat /etc/tok > /2; stat -c '%a %u:%g' /etc/tok >> /2
RUN --mount=type=secret,id=TOK,env=MYTOK echo "[$MYTOK]" > /3
RUN --mount=type=secret,id=none ls /run/secrets 2>&1 | wc -l > /4
RUN --mount=type=secret,id=a,dst=rel cat /rel > /5 2>&1; ls -d /run/secrets >> /5 2>&1; true
XX
### build
docker build -q -t t --secret id=a,src=sec --secret id=b,env=TOK --secret id=TOK . && docker run --rm t sh -c 'tail -n 3 /1 /2 /3 /4 /5; ls -d /run /etc/tok /rel 2>&1'
### another secret, same cache
echo other > sec; docker build -q -t u --secret id=a,src=sec --secret id=b,env=TOK --secret id=TOK . > /dev/null; docker run --rm u cat /1
### required
printf 'FROM busybox\nRUN --mount=type=secret,id=zz,required cat /run/secrets/zz\n' | docker build -q - > /dev/null 2>&1; echo "exit $?"
### bad flags
docker build -q --secret id=a,src=nope . > /dev/null 2>&1; echo "exit $?"; docker build -q --secret src=sec,bogus=1 . > /dev/null 2>&1; echo "exit $?"; docker build -q --secret src=sec . > /dev/null 2>&1; echo "exit $?"; docker build -q --secret type=x,id=a . > /dev/null 2>&1; echo "exit $?"
