/**
 * Directives: where each may stand (m main, e events, h http, s server, l location, i if, u upstream), how many arguments it takes,
 * `{` for a block, `f` for on or off, `+` when it may be repeated. One that is known and not simulated has `!`.
 */
const TABLE = `
user m 1-2|worker_processes m 1|pid m 1|daemon m 1f|master_process m 1f|worker_rlimit_nofile m 1|worker_priority m 1|worker_cpu_affinity m 1-9+|load_module m 1+!|env m 1+|pcre_jit m 1f|timer_resolution m 1
error_log mhsl 1-9+|include mehsliu 1+|events m 0{|http m 0{|stream m 0{!|mail m 0{!|worker_connections e 1|multi_accept e 1f|use e 1|accept_mutex e 1f|debug_connection e 1+
server h 0{+|location sl 1-2{+|upstream h 1{+|types hsl 0{+|map h 2{+|geo h 1-2{!+|split_clients h 2{!+|if sl 1-9{+|limit_except l 1-9{!|match h 1{!
listen s 1-9+|server_name s 1-99+|root hsli 1|alias l 1|index hsl 1-99+|try_files sl 2-99|return sli 1-2+|rewrite sli 2-3+|error_page hsli 2-9+|autoindex hsli 1f|autoindex_exact_size hsl 1f|autoindex_localtime hsl 1f
default_type hsl 1|access_log hsli 1-9+|log_format h 2-99+|log_not_found hsl 1f|log_subrequest hsl 1f|open_log_file_cache hsl 1-9|server_tokens hsl 1|add_header hsli 2-3+|expires hsli 1-2|etag hsl 1f|if_modified_since hsl 1|internal l 0
allow hsl 1+|deny hsl 1+|satisfy hsl 1|set sli 2+|break sli 0+|client_max_body_size hsl 1|client_body_buffer_size hsl 1|client_body_timeout hsl 1|client_body_temp_path hsl 1-4|client_header_timeout hs 1|client_header_buffer_size hs 1|large_client_header_buffers hs 2
keepalive_timeout hsl 1-2|keepalive_requests hsl 1|keepalive_time hsl 1|keepalive_disable hsl 1-9|send_timeout hsl 1|lingering_close hsl 1|lingering_timeout hsl 1|reset_timedout_connection hsl 1f|sendfile hsli 1f|sendfile_max_chunk hsl 1|tcp_nopush hsl 1f|tcp_nodelay hsl 1f|aio hsl 1|directio hsl 1
types_hash_max_size hsl 1|types_hash_bucket_size hsl 1|server_names_hash_max_size h 1|server_names_hash_bucket_size h 1|variables_hash_max_size h 1|variables_hash_bucket_size h 1|map_hash_max_size h 1|map_hash_bucket_size h 1|open_file_cache hsl 1-2|open_file_cache_valid hsl 1|open_file_cache_min_uses hsl 1|open_file_cache_errors hsl 1f
gzip hsli 1f|gzip_vary hsl 1f|gzip_proxied hsl 1-9|gzip_comp_level hsl 1|gzip_buffers hsl 2|gzip_http_version hsl 1|gzip_types hsl 1-99|gzip_min_length hsl 1|gzip_disable hsl 1-9|gzip_static hsl 1|charset hsli 1|override_charset hsli 1f|merge_slashes hs 1f|underscores_in_headers hs 1f|ignore_invalid_headers hs 1f|port_in_redirect hsl 1f|absolute_redirect hsl 1f|server_name_in_redirect hsl 1f|recursive_error_pages hsl 1f|msie_padding hsl 1f|max_ranges hsl 1|chunked_transfer_encoding hsl 1f|disable_symlinks hsl 1-2|resolver hsl 1-9|resolver_timeout hsl 1|real_ip_header hsl 1|set_real_ip_from hsl 1+|http2 hs 1f|output_buffers hsl 2|postpone_output hsl 1|read_ahead hsl 1|request_pool_size hs 1|connection_pool_size hs 1
proxy_pass li 1|proxy_set_header hsl 2+|proxy_http_version hsl 1|proxy_redirect hsl 1-2+|proxy_connect_timeout hsl 1|proxy_read_timeout hsl 1|proxy_send_timeout hsl 1|proxy_buffering hsl 1f|proxy_buffers hsl 2|proxy_buffer_size hsl 1|proxy_busy_buffers_size hsl 1|proxy_request_buffering hsl 1f|proxy_hide_header hsl 1+|proxy_pass_header hsl 1+|proxy_intercept_errors hsl 1f|proxy_next_upstream hsl 1-9|proxy_next_upstream_tries hsl 1|proxy_cache hsl 1!|proxy_cache_path h 2-99!+|proxy_cache_bypass hsl 1-9|proxy_no_cache hsl 1-9|proxy_temp_path hsl 1-4|proxy_max_temp_file_size hsl 1|proxy_temp_file_write_size hsl 1|proxy_ignore_client_abort hsl 1f|proxy_pass_request_headers hsl 1f|proxy_pass_request_body hsl 1f|proxy_ssl_server_name hsl 1f|proxy_ssl_verify hsl 1f|proxy_set_body hsl 1|proxy_method hsl 1|proxy_cookie_path hsl 1-2+|proxy_headers_hash_max_size hsl 1|proxy_headers_hash_bucket_size hsl 1
least_conn u 0|ip_hash u 0|random u 0-2|hash u 1-2|keepalive u 1|zone u 1-2|fastcgi_temp_path hsl 1-4|uwsgi_temp_path hsl 1-4|scgi_temp_path hsl 1-4|fastcgi_pass li 1!|fastcgi_param hsl 2-3+|fastcgi_index hsl 1|fastcgi_split_path_info l 1|fastcgi_buffers hsl 2|fastcgi_buffer_size hsl 1|fastcgi_read_timeout hsl 1|uwsgi_pass li 1!|uwsgi_param hsl 2-3+|scgi_pass li 1!|grpc_pass li 1!|memcached_pass li 1!
auth_basic hsl 1!|auth_basic_user_file hsl 1!|auth_request hsl 1!|limit_req hsl 1-3!+|limit_req_zone h 3-4!+|limit_conn hsl 2!+|limit_conn_zone h 2!+|limit_rate hsli 1|ssi hsli 1f|sub_filter hsl 2!+|stub_status sl 0-1|mirror hsl 1!+|secure_link hsl 1!|dav_methods hsl 1-9!|image_filter l 1-9!|xslt_stylesheet l 1-9!|valid_referers sl 1-9!
ssl_certificate hs 1!+|ssl_certificate_key hs 1!+|ssl_protocols hs 1-9|ssl_ciphers hs 1|ssl_prefer_server_ciphers hs 1f|ssl_session_cache hs 1-2|ssl_session_timeout hs 1|ssl_session_tickets hs 1f|ssl_dhparam hs 1|ssl_stapling hs 1f
`;

export interface DirectiveKind {
  readonly where: string;
  readonly least: number;
  readonly most: number;
  readonly block: boolean;
  readonly flag: boolean;
  readonly repeats: boolean;
  readonly simulated: boolean;
}

const KINDS: ReadonlyMap<string, DirectiveKind> = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((entry) => {
      const [name = '', where = '', shape = '0'] = entry.split(' ');
      const [, least = '0', most = least] = /^(\d+)(?:-(\d+))?/.exec(shape) ?? [];
      const has = (mark: string): boolean => shape.includes(mark);
      return [name, { where, least: +least, most: +most, block: has('{'), flag: has('f'), repeats: has('+'), simulated: !has('!') }];
    }),
);

export const kindOf = (name: string): DirectiveKind | undefined => KINDS.get(name);
