b() { printf 'FROM busybox\n%b\n' "$2" > Dockerfile; docker build -q -t $1 . > /dev/null; docker image inspect -f '{{json .Config.Entrypoint}} {{json .Config.Cmd}}' $1; docker history --format '{{.CreatedBy}}' $1; docker run --rm $1; echo "exit $?"; }
### shell
b a 'CMD echo $HOME "x  y"'
### exec
b b 'CMD ["echo", "$HOME", "x  y"]'
### arguments of an entrypoint
b c 'CMD ["later"]\nENTRYPOINT ["echo", "entry"]'
### empty list
b d 'CMD []'
### empty entrypoint
b e 'ENTRYPOINT []\nCMD ["echo", "still"]'
### shell entrypoint and empty CMD
b f 'ENTRYPOINT echo e\nCMD []'
### SHELL and CMD
b g 'SHELL ["/bin/sh", "-xc"]\nCMD echo traced'
### entrypoint only
b h 'ENTRYPOINT ["cat", "/etc/group"]'
