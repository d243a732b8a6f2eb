docker volume create v1 > /dev/null; docker volume create --label keep v2 > /dev/null; docker volume create v3 > /dev/null; docker create --name use -v v1:/x -v /anon busybox > /dev/null
### rm
docker volume rm v1; echo "exit $?"; docker volume rm -f v1 | sed 's/.*in use.*/x/'; echo "exit $?"; docker volume rm nosuch; echo "exit $?"; docker volume rm -f nosuch; echo "exit $?"; docker volume rm v3 nosuch; echo "exit $?"; docker volume rm; echo "exit $?"; docker volume remove v3; echo "exit $?"
### prune
docker volume create a1 > /dev/null; docker run --rm -v /an busybox true; docker volume prune < /dev/null; echo "exit $?"; docker volume prune -f; docker volume ls -q | grep -v '^[0-9a-f]*$' | sort
docker volume prune -f --filter label=keep; docker volume prune -a -f --filter label!=keep | sort; docker volume prune -af --filter bad=1; echo "exit $?"; docker volume prune -f --filter all=true | sort; docker volume ls -q | wc -l
docker rm use > /dev/null; docker volume ls -q | wc -l; docker volume prune -f | wc -l; docker volume ls -q; docker volume prune -f x; echo "exit $?"
