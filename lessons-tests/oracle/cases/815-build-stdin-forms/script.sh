echo hi > f; printf 'FROM busybox\nCOPY f /f\nRUN cat /f\n' > Dockerfile; printf 'FROM busybox\nRUN echo from-stdin > /s\n' > Plain
### dash
docker build -q -t a1 - < Plain; docker run --rm a1 cat /s; docker build -q - < Dockerfile > /dev/null 2>&1; echo "exit $?"; docker build -q - < /dev/null > /dev/null 2>&1; echo "exit $?"
### -f -
docker build -q -t a2 -f - . < Dockerfile; docker run --rm a2 cat /f; docker build -q -f - - < Dockerfile > /dev/null 2>&1; echo "exit $?"; printf '' | docker build -q -f - . > /dev/null 2>&1; echo "exit $?"
### tar
tar cf c.tar Dockerfile f; docker build -q -t a3 - < c.tar; docker build -q -t a4 -f Dockerfile - < c.tar; mkdir sub; cp Dockerfile sub/D; cp f sub/; tar cf s.tar sub; docker build -q - < s.tar > /dev/null 2>&1; echo "exit $?"; tar czf c.tgz Dockerfile f && docker build -q -t a5 - < c.tgz; docker build -q -f nofile - < c.tar > /dev/null 2>&1; echo "exit $?"; tar cf sd.tar -C sub D f; docker build -q -t a6 -f D - < sd.tar
docker build -q -f sub/D - < s.tar > /dev/null 2>&1; echo "exit $?"
### here document
docker build -q -t a7 - <<EOD
FROM busybox
RUN echo $PWD | wc -c > /n
EOD
echo "exit $?"
