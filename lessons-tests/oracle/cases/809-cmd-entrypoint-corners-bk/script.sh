b() { printf "FROM busybox\n$1\n" > Dockerfile; docker build -q -t t . > /dev/null 2>&1; echo "exit $?"; docker image inspect -f '{{json .Config.Cmd}} {{json .Config.Entrypoint}} {{.Config.ArgsEscaped}}' t; docker run --rm t; echo "run $?"; }
### json
b 'CMD ["echo", "a"]'; b "CMD ['echo', 'a']"; b 'CMD ["echo", 1]'; b 'CMD ["echo" "a"]'; b 'CMD []'; b 'CMD [ ]'; b 'CMD [""]'; b 'CMD ["echo", ""]'; b 'CMD ["echo", "\\u0041\\n\\""]'; b 'CMD ["echo","a"] # c'; b 'CMD  [ "echo"  ,"b"]  '; b 'CMD ["echo",'; b 'CMD null'; b 'CMD {"a":1}'; b 'CMD "echo x"'; b 'CMD ["echo", \\\n  "cont"]'
### shell
b 'CMD echo $HOME "a  b"'; b 'CMD'; b 'CMD exec echo e'; b 'SHELL ["/bin/sh", "-ec"]\nCMD false; echo no'; b 'SHELL ["echo"]\nCMD hello'
### both
b 'ENTRYPOINT ["echo", "E"]\nCMD sh c'; b 'ENTRYPOINT echo E\nCMD ["c"]'; b 'CMD ["c"]\nENTRYPOINT ["echo"]'; b 'ENTRYPOINT []\nCMD ["echo", "x"]'; b 'ENTRYPOINT\nCMD ["echo", "x"]'; b 'ENTRYPOINT [""]\nCMD ["echo"]'; b 'ENTRYPOINT ["sh", "-c", "echo $0 $@"]\nCMD ["a", "b"]'; b 'CMD ["echo","first"]\nCMD ["echo","second"]'; b 'ENTRYPOINT ["nosuch"]'; b 'ENTRYPOINT ["/etc/passwd"]'
