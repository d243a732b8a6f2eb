docker build -q -t m:1 . >/dev/null
docker build -q -t m:2 --label team=red --label x=y . >/dev/null
docker tag busybox:latest moved:1
### label
docker images -f label=team --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f label=team=red --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f label=team=red -f label=x=y --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f label=team=red -f label=x=z -q
docker images --filter label= -q
docker images --filter label=none -q
### reference
docker images -f reference='m:*' --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f reference='m*' --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f reference='*/*' -q
docker images -f reference=busybox -f reference=m:1 --format '{{.Repository}}:{{.Tag}}' | sort
docker images m --format '{{.Repository}}:{{.Tag}}' | sort
docker images m -f reference=busybox --format '{{.Repository}}:{{.Tag}}' | sort
docker images m:3
docker images 'b[ou]*' --format '{{.Repository}}:{{.Tag}}' | sort
docker images 'docker.io/library/m' --format '{{.Repository}}:{{.Tag}}' | sort
docker images 'library/m' -q
### time
docker images -f since=busybox --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f before=m:1 --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f before=busybox -q
docker images -f since=m:2 -q
### dangling
docker images -f dangling=false --format '{{.Repository}}:{{.Tag}}' | sort
docker images -f dangling=true -q
docker tag m:1 m:2
docker images -f dangling=true --format '{{.Repository}}:{{.Tag}}'
docker images -f dangling=1 -f label=team=red --format '{{.Repository}}:{{.Tag}}'
### errors
docker images -f bad=1
docker images -f since=nope
docker images -f before=nope:1
docker images -f dangling=maybe
docker images -f until=never
docker images -f 'label!=team'
docker images -f reference='['
docker images -f nothing
docker images -f =x
docker images one two
