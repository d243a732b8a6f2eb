### case and spaces
printf '\n\n  # c\n\tfRoM busybox\n   maintainer  The  Man <x@y> \n\trun echo a > /a\n\n\n  Copy Dockerfile /\n cMd ["cat", "/a"]\n' > Dockerfile; docker build -q -t t . > /dev/null 2>&1; echo "exit $?"; docker image inspect -f '[{{.Author}}] {{json .Config.Cmd}}' t
### crlf
printf 'FROM busybox\r\nENV A=1\r\nRUN echo "[$A]" > /a \\\r\n && echo b >> /a\r\nCMD ["cat", "/a"]\r\n' > Dockerfile; docker build -q -t crlf . > /dev/null 2>&1; echo "exit $?"; docker run --rm crlf; docker image inspect -f '{{json .Config.Env}}' crlf
### bom
printf '\357\273\277FROM busybox\nRUN true\n' > Dockerfile; docker build -q . > /dev/null 2>&1; echo "exit $?"
### no newline at the end, trailing backslash
printf 'FROM busybox\nRUN echo x > /x' > Dockerfile; docker build -q -t n . > /dev/null 2>&1; echo "exit $?"
printf 'FROM busybox\nRUN echo x \\' > Dockerfile; docker build -q . > /dev/null 2>&1; echo "exit $?"; printf 'FROM busybox\nRUN echo x \\\n\n\n  && echo y > /y\n' > Dockerfile; docker build -q . > /dev/null 2>&1; echo "exit $?"; printf 'FROM busybox\nRUN echo x \\ \n && true\n' > Dockerfile; docker build -q . > /dev/null 2>&1; echo "exit $?"
### comments
printf 'FROM busybox\n#RUN exit 1\n  # indented\nRUN echo "#no" > /h # yes\nENV A=x#y B=1\nLABEL #a=1\n' > Dockerfile; docker build -q -t h . > /dev/null 2>&1; echo "exit $?"; docker image inspect -f '{{json .Config.Env}} {{json .Config.Labels}}' h
