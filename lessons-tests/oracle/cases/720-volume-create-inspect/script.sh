### create
docker volume create v1; docker volume create v1; docker volume create --label a=1 --label b v2; docker volume create --name v3; docker volume create v4 --name v4; echo "exit $?"; docker volume create --name v5 v6; echo "exit $?"; docker volume create | wc -c
docker volume create x; echo "exit $?"; docker volume create -- -v; echo "exit $?"; docker volume create 'a b'; echo "exit $?"; docker volume create a/b; echo "exit $?"; docker volume create a b; echo "exit $?"; docker volume create --driver nope vn; echo "exit $?"; docker volume create -o bad=1 vo; echo "exit $?"; docker volume create -d local v7
docker volume create --label c=3 v1; docker volume inspect -f '{{json .Labels}}' v1 v2
### inspect
docker volume inspect v2 | grep -v CreatedAt; docker volume inspect -f '{{.Name}} {{.Driver}} {{.Scope}} {{.Mountpoint}} {{json .Options}}' v1; docker volume inspect nosuch; echo "exit $?"; docker volume inspect v1 nosuch -f '{{.Name}}'; echo "exit $?"; docker volume inspect; echo "exit $?"; docker inspect --type volume -f '{{.Name}}' v1; docker inspect -f '{{.Name}}' v1
### ls
docker volume ls -q -f name=v | sort; docker volume ls -f label=a --format '{{.Name}} {{.Driver}} {{.Scope}} {{.Labels}} {{.Mountpoint}} {{.Size}} {{.Links}}'; docker volume ls -qf label=a=2; docker volume ls -qf name=v1 -f name=v2 | sort; docker volume ls -qf driver=local | wc -l; docker volume ls -qf driver=x; docker volume ls -f bad=1; echo "exit $?"; docker volume ls -f name; echo "exit $?"; docker volume ls -f name=v2; docker volume ls extra; echo "exit $?"
docker volume ls -f name=v2 --format json; docker volume ls -f name=v2 --format 'table {{.Name}}\t{{.Labels}}'; docker volume ls -f name=v2 --format '{{.Nope}}'; echo "exit $?"
