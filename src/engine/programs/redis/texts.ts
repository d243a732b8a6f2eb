/** The picture that a server on a terminal starts with. */
export const logo = (
  version: string,
  port: number,
  pid: number,
): string => `                _._                                                  
           _.-\`\`__ ''-._                                             
      _.-\`\`    \`.  \`_.  ''-._           Redis ${version} (00000000/0) 64 bit
  .-\`\` .-\`\`\`.  \`\`\`\\/    _.,_ ''-._                                  
 (    '      ,       .-\`  | \`,    )     Running in standalone mode
 |\`-._\`-...-\` __...-.\`\`-._|'\` _.-'|     Port: ${port}
 |    \`-._   \`._    /     _.-'    |     PID: ${pid}
  \`-._    \`-._  \`-./  _.-'    _.-'                                   
 |\`-._\`-._    \`-.__.-'    _.-'_.-'|                                  
 |    \`-._\`-._        _.-'_.-'    |           https://redis.io       
  \`-._    \`-._\`-.__.-'_.-'    _.-'                                   
 |\`-._\`-._    \`-.__.-'    _.-'_.-'|                                  
 |    \`-._\`-._        _.-'_.-'    |                                  
  \`-._    \`-._\`-.__.-'_.-'    _.-'                                   
      \`-._    \`-.__.-'    _.-'                                       
          \`-._        _.-'                                           
              \`-.__.-'                                               

`;

export const USAGE = `Usage: ./redis-server [/path/to/redis.conf] [options] [-]
       ./redis-server - (read config from stdin)
       ./redis-server -v or --version
       ./redis-server -h or --help
       ./redis-server --test-memory <megabytes>
       ./redis-server --check-system

Examples:
       ./redis-server (run the server with default conf)
       echo 'maxmemory 128mb' | ./redis-server -
       ./redis-server /etc/redis/6379.conf
       ./redis-server --port 7777
       ./redis-server --port 7777 --replicaof 127.0.0.1 8888
       ./redis-server /etc/myredis.conf --loglevel verbose -
       ./redis-server /etc/myredis.conf --loglevel verbose

Sentinel mode:
       ./redis-server /etc/sentinel.conf --sentinel
`;
