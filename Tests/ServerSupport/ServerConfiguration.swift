import Foundation

/// Dovecot, alone in `run`: any user, the password `secret`, IMAP and LMTP.
func dovecotConfiguration(run: String, ports: Ports, user: String) -> String {
    """
    base_dir = \(run)/run
    state_dir = \(run)/state
    log_path = \(run)/dovecot.log
    protocols = imap lmtp
    listen = 127.0.0.1
    default_internal_user = \(user)
    default_internal_group = \(user)
    default_login_user = \(user)
    first_valid_uid = 1
    first_valid_gid = 1
    mail_uid = \(user)
    mail_gid = \(user)
    mail_location = maildir:\(run)/mail/%n
    mail_max_userip_connections = 100
    mail_fsync = never
    ssl = yes
    ssl_cert = <\(run)/pki/server.pem
    ssl_key = <\(run)/pki/server.key
    disable_plaintext_auth = yes
    auth_mechanisms = plain login
    auth_failure_delay = 0
    # `agent` may open any mailbox by authorization identity but that of `fermee`.
    passdb {
      driver = passwd-file
      args = \(run)/masters
      master = yes
      pass = yes
    }
    passdb {
      driver = passwd-file
      args = \(run)/denied
      deny = yes
    }
    passdb {
      driver = static
      args = password=secret
    }
    userdb {
      driver = static
      args = uid=\(user) gid=\(user) home=\(run)/mail/%n allow_all_users=yes
    }
    protocol lmtp {
      postmaster_address = postmaster@example.test
    }
    namespace inbox {
      inbox = yes
      separator = /
    }
    service imap-login {
      chroot =
      inet_listener imap {
        port = \(ports.imap)
      }
      inet_listener imaps {
        port = \(ports.imaps)
        ssl = yes
      }
    }
    service anvil {
      chroot =
      # Otherwise failed logins delay later ones by seconds.
      unix_listener anvil-auth-penalty {
        mode = 0
      }
    }
    service stats {
      chroot =
    }
    service lmtp {
      inet_listener lmtp {
        address = 127.0.0.1
        port = \(ports.lmtp)
      }
    }
    service auth {
      inet_listener {
        address = 127.0.0.1
        port = \(ports.auth)
      }
    }

    """
}

/// Postfix, alone in `run`: takes mail for any domain and gives it to Dovecot; some addresses are
/// refused at MAIL, at RCPT or after the final dot, as their names say.
func postfixMain(run: String, ports: Ports) -> String {
    """
    compatibility_level = 3.6
    config_directory = \(run)/etc
    queue_directory = \(run)/queue
    data_directory = \(run)/data
    command_directory = /usr/sbin
    daemon_directory = /usr/lib/postfix/sbin
    shlib_directory = /usr/lib/postfix
    meta_directory = /etc/postfix
    mail_owner = postfix
    setgid_group = postdrop
    maillog_file = \(run)/log/mail.log
    maillog_file_prefixes = \(run)/log
    inet_interfaces = 127.0.0.1
    inet_protocols = ipv4
    myhostname = mx.example.test
    mydestination =
    alias_maps =
    alias_database =
    local_recipient_maps =
    local_transport = error:no local delivery
    default_transport = error:5.7.1 this test server sends nothing out
    relay_domains =
    mynetworks = 127.0.0.0/8
    disable_dns_lookups = yes
    lmtp_host_lookup = native
    smtputf8_enable = yes
    message_size_limit = 52428800
    virtual_mailbox_domains = static:all
    virtual_mailbox_maps = static:all
    virtual_transport = lmtp:inet:127.0.0.1:\(ports.lmtp)
    smtpd_tls_security_level = may
    smtpd_tls_cert_file = \(run)/pki/server.pem
    smtpd_tls_key_file = \(run)/pki/server.key
    smtpd_sasl_type = dovecot
    smtpd_sasl_path = inet:127.0.0.1:\(ports.auth)
    smtpd_sasl_auth_enable = yes
    smtpd_tls_auth_only = yes
    smtpd_delay_reject = no
    smtpd_client_connection_count_limit = 0
    smtpd_error_sleep_time = 0
    smtpd_sender_restrictions = check_sender_access inline:{ { mail550@example.test=550 5.7.1 refused } { mail451@example.test=451 4.3.0 try later } }
    smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
    smtpd_recipient_restrictions = check_recipient_access inline:{ { rcpt550@example.test=550 5.1.1 no such user } { rcpt450@example.test=450 4.2.1 mailbox busy } }
    smtpd_end_of_data_restrictions = check_recipient_access inline:{ { eod550@example.test=550 5.7.1 content refused } { eod451@example.test=451 4.3.0 cannot queue now } }

    """
}

func postfixServices(ports: Ports) -> String {
    """
    127.0.0.1:\(ports.smtp) inet n - n - - smtpd
    127.0.0.1:\(ports.submission) inet n - n - - smtpd
      -o smtpd_tls_security_level=encrypt
      -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
    127.0.0.1:\(ports.smtps) inet n - n - - smtpd
      -o smtpd_tls_wrappermode=yes
      -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
    pickup unix n - n 60 1 pickup
    cleanup unix n - n - 0 cleanup
    qmgr unix n - n 300 1 qmgr
    tlsmgr unix - - n 1000? 1 tlsmgr
    rewrite unix - - n - - trivial-rewrite
    bounce unix - - n - 0 bounce
    defer unix - - n - 0 bounce
    trace unix - - n - 0 bounce
    verify unix - - n - 1 verify
    flush unix n - n 1000? 0 flush
    proxymap unix - - n - - proxymap
    proxywrite unix - - n - 1 proxymap
    smtp unix - - n - - smtp
    showq unix n - n - - showq
    error unix - - n - - error
    retry unix - - n - - error
    discard unix - - n - - discard
    lmtp unix - - n - - lmtp
    anvil unix - - n - 1 anvil
    scache unix - - n - 1 scache
    postlog unix-dgram n - n - 1 postlogd

    """
}
