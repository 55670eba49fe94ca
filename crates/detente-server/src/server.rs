//! The server as a whole: what it serves, under which address, and until when.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::folder::Folder;
use crate::guard::{Guard, new_token};
use crate::refusal::Refused;
use crate::{connections, routes};

/// How the server is reached.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The address that it listens on. Anything but the machine itself needs `unencrypted`.
    pub listen: IpAddr,
    /// The port; 0 for one that is free.
    pub port: u16,
    /// Names under which it may be asked besides its address, without port: `laptop.local`.
    pub names: Vec<String>,
    /// Whether others may reach it although nothing that is said is encrypted.
    pub unencrypted: bool,
}

impl Default for Settings {
    /// This machine alone, on a port that is free.
    fn default() -> Self {
        Self { listen: Ipv4Addr::LOCALHOST.into(), port: 0, names: Vec::new(), unencrypted: false }
    }
}

/// Why a server cannot be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpeningError {
    /// There is no such folder.
    #[error("cannot serve `{path}`: {why}")]
    Folder {
        /// What was to be served.
        path: String,
        /// What is in the way, and what to do.
        why: String,
    },
    /// The address cannot be had.
    #[error("cannot listen on {address}: {why}")]
    Address {
        /// The address.
        address: SocketAddr,
        /// What is in the way, and what to do.
        why: String,
    },
    /// Others could read along.
    #[error(
        "`--listen {0}` lets other machines reach this server, and nothing that is said to it is encrypted: whoever shares the network \
         could read the case and the token. Leave it out and use an SSH tunnel (`ssh -L 8080:127.0.0.1:8080 HOST`), or say \
         `--unencrypted` if the way is secure by other means"
    )]
    Unencrypted(IpAddr),
    /// The system gives no random numbers, or no threads.
    #[error("the system refused what a server needs: {0}")]
    System(String),
}

/// A server that listens, and answers once it runs.
#[derive(Debug)]
pub struct Server {
    listener: std::net::TcpListener,
    folder: Folder,
    guard: Guard,
    address: SocketAddr,
    ending: watch::Sender<bool>,
    ended: watch::Receiver<bool>,
}

/// Ends a server from another thread.
#[derive(Debug, Clone)]
pub struct Stopper(watch::Sender<bool>);

impl Stopper {
    /// Ends it.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }
}

impl Server {
    /// Listens, for a folder or a case file.
    ///
    /// # Errors
    /// If there is no such folder, the port is taken, or others could read along unasked.
    pub fn open(path: &Path, settings: &Settings) -> Result<Self, OpeningError> {
        if !settings.listen.is_loopback() && !settings.unencrypted {
            return Err(OpeningError::Unencrypted(settings.listen));
        }
        let folder = Folder::open(path).map_err(|error| {
            let why = match error.kind() {
                std::io::ErrorKind::NotFound => {
                    "there is no such folder; is the path spelled as on the disk?".to_owned()
                }
                std::io::ErrorKind::PermissionDenied => "permission is denied".to_owned(),
                _ => error.to_string(),
            };
            OpeningError::Folder { path: path.display().to_string(), why }
        })?;
        let asked = SocketAddr::new(settings.listen, settings.port);
        let refused = |error: std::io::Error| OpeningError::Address {
            address: asked,
            why: match error.kind() {
                std::io::ErrorKind::AddrInUse => {
                    "another program listens there; name another port with `--port`, or none".to_owned()
                }
                std::io::ErrorKind::PermissionDenied => {
                    "permission is denied; ports below 1024 are the system's: name a higher one".to_owned()
                }
                std::io::ErrorKind::AddrNotAvailable => "this machine has no such address".to_owned(),
                _ => error.to_string(),
            },
        };
        let listener = std::net::TcpListener::bind(asked).map_err(refused)?;
        listener.set_nonblocking(true).map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let port = address.port();
        let mut hosts = vec![address.to_string()];
        if settings.listen.is_loopback() {
            hosts.push(format!("localhost:{port}"));
        }
        hosts.extend(settings.names.iter().map(|name| format!("{name}:{port}")));
        let token = new_token().map_err(|error| OpeningError::System(error.to_string()))?;
        let (ending, ended) = watch::channel(false);
        Ok(Self { listener, folder, guard: Guard::new(hosts, token), address, ending, ended })
    }

    /// The address to open in a browser, with the token.
    pub fn address(&self) -> String {
        format!("http://{}/#token={}", self.address, self.guard.token())
    }

    /// What ends it.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.ending.clone())
    }

    /// Answers until it is stopped.
    ///
    /// # Errors
    /// If the system gives it no threads.
    pub fn run(self) -> Result<(), OpeningError> {
        let failed = |error: std::io::Error| OpeningError::System(error.to_string());
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_io()
            .enable_time()
            .build()
            .map_err(failed)?;
        let app = routes::app(self.folder, self.guard);
        runtime.block_on(async {
            let listener = TcpListener::from_std(self.listener).map_err(failed)?;
            connections::serve(listener, app, self.ended).await;
            Ok(())
        })?;
        // A computation that is under way ends with the process.
        runtime.shutdown_background();
        Ok(())
    }
}

/// What all routes share.
#[derive(Debug, Clone)]
pub(crate) struct Shared(Arc<Inner>);

/// What all routes share.
#[derive(Debug)]
pub(crate) struct Inner {
    pub folder: Folder,
    pub guard: Guard,
    pub sittings: Arc<crate::sittings::Sittings>,
    pub streams: Arc<tokio::sync::Semaphore>,
    pub computing: Arc<tokio::sync::Semaphore>,
    pub saving: std::sync::Mutex<()>,
}

impl Shared {
    pub fn new(folder: Folder, guard: Guard) -> Self {
        Self(Arc::new(Inner {
            folder,
            guard,
            sittings: Arc::default(),
            streams: Arc::new(tokio::sync::Semaphore::new(crate::limits::STREAMS)),
            computing: Arc::new(tokio::sync::Semaphore::new(crate::limits::COMPUTING)),
            saving: std::sync::Mutex::default(),
        }))
    }

    /// A place for an answer that streams.
    pub fn stream_place(&self) -> Result<tokio::sync::OwnedSemaphorePermit, Refused> {
        Arc::clone(&self.streams).try_acquire_owned().map_err(|_| {
            Refused::new(
                axum::http::StatusCode::SERVICE_UNAVAILABLE,
                "too_many",
                format!(
                    "{} answers are being told already, and no more are at a time",
                    crate::limits::STREAMS
                ),
            )
            .hint("close some of the windows in which the case is open")
        })
    }
}

impl std::ops::Deref for Shared {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
