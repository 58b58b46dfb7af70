"""The table of plain HTTP addresses."""

from starlette.applications import Starlette
from starlette.routing import Route

from dvc_app import routes
from dvc_app.callbacks import (
    checklist,
    files,
    health,
    identity,
    identity_link,
    my_data,
    my_password,
    officer_keys,
    officer_posts,
    papers,
    picture_code,
    plain_look_up,
    prove_again,
    recovery,
    recovery_slip,
    register,
    session,
    sign_in,
    sign_in_code,
    sign_out,
    uploads,
)

POST = ["POST"]
UPLOADING = ["HEAD", "PATCH", "DELETE"]

addresses = Starlette(
    routes=[
        Route("/suc-khoe", health.alive),
        Route(routes.PLAIN_LOOK_UP_START, plain_look_up.start),
        Route(routes.PLAIN_LOOK_UP, plain_look_up.show, methods=["GET", "POST"]),
        Route(routes.API_CHECKLIST, checklist.checklist_sheet),
        Route(routes.API_ACKNOWLEDGEMENT, papers.acknowledgement_sheet),
        Route(routes.API_RECEIPT, papers.receipt_sheet),
        Route(routes.MY_DATA_FILE, my_data.archive),
        Route(routes.API_CLOSE_ACCOUNT, my_data.close, methods=POST),
        Route(routes.API_FILE, files.whole),
        Route(routes.API_THUMBNAIL, files.first_page),
        Route(routes.API_UPLOADS, uploads.begin_for_dossier, methods=POST),
        Route(routes.API_RESULT_UPLOADS, uploads.begin_for_result, methods=POST),
        Route(routes.API_UPLOAD, uploads.go_on, methods=UPLOADING),
        Route(routes.API_SIGN_IN, sign_in.citizen, methods=POST),
        Route(routes.API_NATIONAL, identity.national, methods=["GET", "POST"]),
        Route(routes.API_POLICE, identity.police, methods=["GET", "POST"]),
        Route(routes.API_IDENTITY_RETURN, identity.back),
        Route(routes.API_IDENTITY_LINK, identity_link.prove, methods=POST),
        Route(routes.API_NATIONAL_SIGN_OUT, identity.sign_out),
        Route(routes.API_SIGN_IN_CODE_ASK, sign_in_code.ask, methods=POST),
        Route(routes.API_SIGN_IN_CODE, sign_in_code.confirm, methods=POST),
        Route(routes.API_RECOVERY_ASK, recovery.ask, methods=POST),
        Route(routes.API_RECOVERY_CODE, recovery.code, methods=POST),
        Route(routes.API_RECOVERY_SLIP, recovery.slip, methods=POST),
        Route(routes.API_RECOVERY_PHONE, recovery.phone, methods=POST),
        Route(routes.API_RECOVERY, recovery.password, methods=POST),
        Route(routes.API_ISSUE_SLIP, recovery_slip.issue, methods=POST),
        Route(routes.RECOVERY_SLIP_SHEET, recovery_slip.sheet),
        Route(routes.API_CHANGE_PASSWORD, my_password.change, methods=POST),
        Route(routes.API_SESSION, session.standing, methods=["GET"]),
        Route(routes.API_SESSION, session.extend, methods=POST),
        Route(routes.API_OFFICER_SIGN_IN, sign_in.officer, methods=POST),
        Route(routes.API_OFFICER_CODE, sign_in.officer_code, methods=POST),
        Route(routes.API_OFFICER_RECOVERY_CODE, sign_in.officer_recovery, methods=POST),
        Route(routes.API_ACTIVATE, officer_keys.activate, methods=POST),
        Route(routes.API_ENROL, officer_keys.show, methods=["GET"]),
        Route(routes.API_ENROL, officer_keys.confirm, methods=POST),
        Route(routes.API_NEW_RECOVERY_CODES, officer_keys.new_codes, methods=POST),
        Route(
            routes.API_NEW_AUTHENTICATOR, officer_keys.new_authenticator, methods=POST
        ),
        Route(routes.API_OFFICER_PASSWORD, officer_keys.new_password, methods=POST),
        Route(routes.API_POST_SWITCH, officer_posts.switch, methods=POST),
        Route(routes.API_PROVE_AGAIN, prove_again.prove, methods=POST),
        Route(routes.API_PASSWORD, register.password, methods=POST),
        Route(routes.API_SIGN_OUT, sign_out.here, methods=POST),
        Route(routes.API_SIGN_OUT_EVERYWHERE, sign_out.everywhere, methods=POST),
        Route(routes.API_PICTURES, picture_code.begin, methods=POST),
        Route(routes.API_PICTURE, picture_code.draw),
        Route(routes.API_PICTURE_SOUND, picture_code.speak),
        Route(routes.API_CHALLENGE, picture_code.challenge),
    ]
)
