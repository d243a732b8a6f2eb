e() { sed 's|unix://[^ ]*|ENDPOINT|; s,v[0-9.]*+unknown,VERSION,; s,v0.25.2,VERSION,; s| (+[0-9]*)||; s|linux/.*|PLATFORMS|'; }
docker buildx create --name default
docker buildx create --append
docker buildx create --append --name none
docker buildx create --driver nosuch
docker buildx create --name 'a b'
docker buildx create --name -x
docker buildx create --name UP
docker buildx create --leave
docker buildx create --leave --name x
docker buildx create --leave --name x --node y
docker buildx create --driver docker --name d
docker buildx create --driver remote --name r
docker buildx create --name opt --driver-opt nonsense
docker buildx create --name opt --driver-opt nosuch=1
docker buildx create --name opt --platform bad/platform/x/y
docker buildx create a b
docker buildx ls | e
### options
docker buildx create --name opt --driver-opt network=host,image=moby/buildkit:master --driver-opt env.FOO=bar --buildkitd-flags '--debug'
docker buildx inspect opt | e | grep -v Options
docker buildx create --name opt
docker buildx create --name opt --node opt0 --platform linux/s390x
docker buildx inspect opt | e | grep -v Options
docker buildx create --name opt --node other
docker buildx create --name opt --append 2>&1 | e
docker buildx create --name opt --append unix:///nowhere.sock --node second
docker buildx inspect opt | grep Name
docker buildx create --leave --name opt --node opt0
docker buildx create --leave --name opt --node second
docker buildx create --leave --name opt --node third
docker buildx create --name opt --driver docker --append
docker buildx rm opt
### stop
docker buildx create --name s
docker buildx stop s; echo $?
docker buildx stop nosuch; echo $?
docker buildx stop; echo $?
docker buildx stop default; echo $?
docker buildx rm --keep-state s
docker buildx du --builder nosuch
docker buildx prune -f --builder nosuch
docker buildx build --builder nosuch .
