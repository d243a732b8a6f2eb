printf 'L1=a\n# c\nL2\nL3=x y\n' > lf
printf 'FROM busybox\nLABEL base=1 over=image\n' > Dockerfile; docker build -q -t t . > /dev/null
### flags
docker create --name c1 -l a -l b=2 --label c=x=y --label-file lf -l over=run t > /dev/null; docker inspect -f '{{json .Config.Labels}}' c1
### file errors
docker create --label-file none busybox; echo "exit $?"; printf 'a b=1\n' > bad; docker create --label-file bad busybox; echo "exit $?"
docker create -l '' --name c2 busybox > /dev/null; echo "exit $?"; docker inspect -f '{{json .Config.Labels}}' c2
docker create -l =v --name c3 busybox > /dev/null; echo "exit $?"; docker inspect -f '{{json .Config.Labels}}' c3
### ps
docker ps -a --filter label=b --format '{{.Label "b"}} {{.Names}}'; docker ps -a --filter label=b=3 -q | wc -l; docker ps -a -f label=L1=a --format '{{.Labels}}'
### annotation
docker create --name an --annotation x=1 --annotation y=2 busybox > /dev/null; docker inspect -f '{{json .HostConfig.Annotations}}' an; docker create --annotation =x busybox; echo "exit $?"
