//! `scheme://host:port`, `unix:///path` or `memory://name`, and nothing behind it.

/// A URL's parts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Url<'a> {
    pub(crate) scheme: &'a str,
    /// `host:port`, a path or a name.
    pub(crate) authority: &'a str,
}

/// Reads a URL; what is wrong with it, where it is none.
pub(crate) fn parse(text: &str) -> Result<Url<'_>, &'static str> {
    let (scheme, rest) = text
        .split_once("://")
        .ok_or("it has no scheme, as quic:// or grpc://")?;
    match scheme {
        "unix" if !rest.starts_with('/') => return Err("it has no absolute path, as unix:///path"),
        "memory" if rest.is_empty() => return Err("it has no name, as memory://name"),
        "unix" | "memory" => {
            return Ok(Url {
                scheme,
                authority: rest,
            });
        }
        _ => {}
    }
    let authority = rest.strip_suffix('/').unwrap_or(rest);
    if authority.contains(['/', '?', '#', '@']) || authority.contains(char::is_whitespace) {
        return Err("only a host and a port may follow the scheme");
    }
    let (host, port) = authority.rsplit_once(':').ok_or("it has no port")?;
    if host.is_empty() {
        return Err("it has no host");
    }
    if host.contains(':') && !(host.starts_with('[') && host.ends_with(']')) {
        return Err("an IPv6 address stands in brackets");
    }
    if port.is_empty() || !port.bytes().all(|b| b.is_ascii_digit()) || port.parse::<u16>().is_err()
    {
        return Err("its port is no number up to 65535");
    }
    Ok(Url { scheme, authority })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_a_scheme_a_host_and_a_port() {
        assert_eq!(
            parse("quic://localhost:7443"),
            Ok(Url {
                scheme: "quic",
                authority: "localhost:7443"
            })
        );
        assert_eq!(
            parse("grpc://[::1]:1/"),
            Ok(Url {
                scheme: "grpc",
                authority: "[::1]:1"
            })
        );
        assert_eq!(
            parse("unix:///run/a b.sock").unwrap().authority,
            "/run/a b.sock"
        );
        assert_eq!(parse("memory://a/b").unwrap().authority, "a/b");
    }

    #[test]
    fn anything_else_is_refused() {
        for bad in [
            "",
            "localhost:1",
            "quic://",
            "quic://:1",
            "quic://host",
            "quic://host:",
            "quic://host:+1",
            "quic://host:65536",
            "quic://host:1/path",
            "quic://user@host:1",
            "quic://::1:1",
            "quic://ho st:1",
            "unix://",
            "unix://relative",
            "memory://",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }
}
