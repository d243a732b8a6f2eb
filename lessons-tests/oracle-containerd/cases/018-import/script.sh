docker create --name cc busybox true >/dev/null
docker export cc > ../c.tar
docker import -c 'CMD ["echo","imported"]' -c 'ENV A=1' -m 'from a test' ../c.tar imp:1 | cut -c1-7
### inspect
docker image inspect -f '{{.Comment}}|{{.Config.Cmd}}|{{.Config.Env}}|{{.Parent}}|{{.DockerVersion}}|{{len .RootFS.Layers}}|{{.Descriptor.MediaType}}' imp:1
### history
docker history --format '{{.CreatedBy}}|{{.Comment}}' imp:1
docker run --rm imp:1
### unnamed
docker import ../c.tar | cut -c1-7
docker images --format '{{.Repository}}:{{.Tag}}' | sort
docker import - nothing:1 < /dev/null | cut -c1-7
docker image inspect -f '{{.RootFS.Layers}}' nothing:1
